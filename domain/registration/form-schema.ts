/** The shape of a registration form as it arrives; what makes a field acceptable stands in form.ts. */
import * as v from 'valibot'
import { documentTypes } from '../identity'
import { degrees } from './form'

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
// A photo is a file that the phone uploaded into the photos folder of this environment, nothing else.
const photo = v.pipe(v.string(), v.regex(/^$|^cloud:\/\/[\w.-]+\/photos\/[\w-]{8,80}\.(jpg|jpeg|png)$/))

export const studySchema = v.strictObject({
  school: text(200),
  major: text(200),
  degree: v.picklist(degrees),
  entryYear: v.number(),
  graduationYear: v.number(),
  studentNumber: v.optional(text(40)),
})

export const documentSchema = v.strictObject({
  type: v.picklist(documentTypes),
  country: text(3),
  number: text(40),
})

export const formSchema = v.strictObject({
  nameChinese: text(200),
  nameLatin: text(200),
  document: documentSchema,
  phone: text(40),
  email: text(200),
  studies: v.pipe(v.array(studySchema), v.maxLength(20)),
  portrait: photo,
  proof: photo,
})
