/** The week in which journeys take place. */
import { addDays, instantAt } from '../../domain/time/shanghai'

export const MONDAY = instantAt('2027-03-01', '09:00')
export const THURSDAY = '2027-03-04'
export const FRIDAY = addDays(THURSDAY, 1)
export const CUT_OFF = instantAt(THURSDAY, '12:00')
