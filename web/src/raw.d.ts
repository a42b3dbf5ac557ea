// Text files that the build takes in word for word.

declare module '*?raw' {
  const text: string;
  export default text;
}
