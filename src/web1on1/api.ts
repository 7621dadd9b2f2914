import { organizations } from "./organization/endpoints.ts";
import { auth } from "./session/endpoints.ts";
import { users } from "./user/endpoints.ts";

/** Every endpoint of Web1on1 that the gateway calls, by noun. */
export const web1on1Api = { auth, users, organizations };
