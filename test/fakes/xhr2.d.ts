declare module 'xhr2' {
  /** The browser's XMLHttpRequest for Node. */
  const XMLHttpRequest: unknown;
  export = XMLHttpRequest;
}
