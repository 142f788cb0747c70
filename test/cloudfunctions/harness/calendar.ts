/** Calendars that tests need. */

export const settings = { closures: [], cutOff: '12:00', validityYears: 2, maxListAgeHours: 24, companions: 0 }

/** No review for longer than anybody plans. */
export const universityClosedForYears = {
  ...settings,
  closures: [{ from: '2027-01-01', to: '2032-12-31', reason: 'vacation' }],
}
