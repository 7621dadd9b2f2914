/** Headers of a request, such as `authorization`, by their names in lower case. */
export type ClientHeaders = Readonly<Record<string, string>>;
