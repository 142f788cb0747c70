/** The words of the photos of the form, in English. */
import type { AlumniWords } from './words'

export const photo: AlumniWords['photo'] = {
  add: 'Take or choose a photo',
  replace: 'Replace',
  uploading: 'Uploading {percent}%',
  uploaded: 'Uploaded',
  failed: 'The upload did not finish',
  retry: 'Try again',
  tooLarge: 'Larger than 10 MB, please choose another',
  preview: 'View full size',
}
