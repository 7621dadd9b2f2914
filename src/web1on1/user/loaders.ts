import type { KeysOf } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { manyByField } from "../../loaders/many-by-field.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { type UserJson, type UsersQuery, users } from "./endpoints.ts";

/** Ids of chat users. */
export const userKind = kind("User");

/** All users but archived ones. */
export const allUsers = linkedList(
  "users",
  sliceRead(users.list, (query: UsersQuery) => ({ query })),
);

/** Users by id, archived ones included. */
export const userById = byObjectId(
  allUsers,
  pointRead(users.get, (user_id) => ({ user_id })),
);

/** The e-mail address, as addresses are compared. */
export const byEmail: KeysOf<UserJson> = ({ email }) => keysIn(comparableEmail(email));

/** Listed users by e-mail address, as addresses are compared. */
export const usersByEmail = manyByField(allUsers, byEmail);
