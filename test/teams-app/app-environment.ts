/** Settings as an operator gives them for the app package. */
export const appEnvironment = {
  MICROSOFT_APP_ID: '01234567-89ab-cdef-0123-456789abcdef',
  PUBLIC_URL: 'https://www.example.org',
  PRIVACY_URL: 'https://www.example.org/privacy',
  TERMS_URL: 'https://www.example.org/terms',
};
