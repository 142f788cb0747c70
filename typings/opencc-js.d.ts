// The tables inside opencc-js are published without types.
declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs "traditional simplified[ alternatives]", separated by |. */
  const pairs: string
  export default pairs
}
