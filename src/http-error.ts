/** An answer other than success, in the form that Direct Line and Bot Framework clients read: `{error: {code, message}}`. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  /** `message` goes to the client: it must not hold what a person wrote. */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
