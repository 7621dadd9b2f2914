import type { PersonJson } from "./endpoints.ts";

/** Whether a person is in use: deleted ones are kept, but come after all others. */
export const isLivingPerson = ({ deleted }: PersonJson): boolean => !deleted;
