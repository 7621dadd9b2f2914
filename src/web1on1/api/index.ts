import { organizations } from "./organization.ts";
import { auth } from "./token.ts";
import { users } from "./user.ts";

/** Every endpoint of Web1on1 that the gateway calls, by noun. */
export const web1on1Api = { auth, users, organizations };
