declare module 'opencc-js/dict/TSCharacters' {
  /** Traditional characters and their simplified ones, in the form that `ConverterFactory` takes. */
  const characters: string
  export default characters
}
