import type { StoredOrganization } from "../data/web1on1/stored.ts";
import type { Store } from "../store.ts";
import type { Access } from "./access.ts";
import type { Session } from "./session.ts";

/** The parts that the handlers of all nouns share. */
export interface SharedParts {
  readonly organizations: Store<StoredOrganization>;
  readonly access: Access;
  readonly callerOf: Session["callerOf"];
  readonly basePath: string;
}
