/** The shape of a language file: the Chinese one decides it, the English one must fill every place. */
export type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> }
