/** The class of replies that answer none of a question's choices, and the name of their phrase file (`<question>.no-answer.txt`). */
export const noAnswer = 'no-answer';
