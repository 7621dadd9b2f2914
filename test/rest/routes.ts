import { routesOf } from "../../src/rest/route.ts";

/** Routes of a system whose nouns may have any names. */
export const { DELETE, GET, PATCH, POST, PUT } = routesOf<string>();
