/** Headers of all answers but GraphiQL's files: no browser guesses at their type, and no proxy or browser keeps them. */
export const unkept = { "x-content-type-options": "nosniff", "cache-control": "no-store" } as const;
