/** A decision table read as text by the tests that hold it against the code. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
