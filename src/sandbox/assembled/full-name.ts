import type { StoredPerson } from "../data/assembled/stored.ts";

/** The name of a person as other rows show it. */
export const fullName = ({ first_name, last_name }: Pick<StoredPerson, "first_name" | "last_name">): string =>
  `${first_name} ${last_name}`.trim();
