import { bodyWrite, keyedWrite } from "../shared-by-customers/body-write.ts";
import { byEitherKey } from "../shared-by-customers/reference.ts";
import { usageLogs } from "./endpoints.ts";

/** Logs usage of the organization. */
export const logUsageOfOrganization = bodyWrite(usageLogs.create);

/** Log usage of one owner, by the type of the owner and the key that is given. */
export const logUsageBy = {
  account: byEitherKey(
    keyedWrite(usageLogs.createForAccount, (idOrDomain) => ({ idOrDomain })),
    keyedWrite(usageLogs.createForAccountBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  contact: byEitherKey(
    keyedWrite(usageLogs.createForContact, (idOrEmail) => ({ idOrEmail })),
    keyedWrite(usageLogs.createForContactBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
};
