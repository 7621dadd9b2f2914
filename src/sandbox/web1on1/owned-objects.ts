import type { StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import type { HandlerRequest, Reply } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import type { Access } from "./access.ts";
import { listReply, selected, type WireRow } from "./list-query.ts";
import type { Session } from "./session.ts";
import { createFields, updateFields, type Writable } from "./write-body.ts";

/** The fields that each object of an organization has. */
export interface OwnedObject {
  readonly id: string;
  /** Id of the organization. */
  readonly organization: string;
  readonly createdBy?: string | null;
  readonly updatedBy?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** The parts that the handlers of all nouns share. */
export interface SharedParts {
  readonly organizations: Store<StoredOrganization>;
  readonly access: Access;
  readonly callerOf: Session["callerOf"];
  readonly basePath: string;
}

type Request = Omit<HandlerRequest<string>, "params">;

/** The rules of one kind of objects. */
interface OwnedObjects<Row extends OwnedObject> {
  readonly rows: Store<Row>;
  /** The name of one in messages. */
  readonly title: string;
  /** Of the list, below the base path. */
  readonly path: string;
  /** Statuses that are left out of the list unless the status filter names them. @default none */
  readonly hiddenStatuses?: readonly string[];
  readonly writable: Writable;
  /** Refuses fields that point at what does not exist. @default all that are checked by `writable` will do */
  readonly check?: (fields: Partial<Row>) => void;
}

/** The ways to answer for objects that belong to organizations: who reaches the organization reaches them. */
export function ownedObjects<Row extends OwnedObject>(
  { rows, title, path, hiddenStatuses = [], writable, check = () => {} }: OwnedObjects<Row>,
  { organizations, access, callerOf, basePath }: SharedParts,
) {
  const found = (caller: StoredUser, id: string): Row => {
    const row = rows.get(id.toLowerCase());
    if (row === undefined) throw new Refusal(404, `${title} not found`);
    if (!access.reaches(caller, row.organization)) throw new Refusal(403, "outside your organization");
    return row;
  };

  const checkOrganization = (caller: StoredUser, organization: string | undefined): void => {
    if (organization === undefined) return;
    if (organizations.get(organization) === undefined) throw new Refusal(400, "unknown organization");
    if (!access.reaches(caller, organization)) throw new Refusal(403, "outside your organization");
  };

  const admin = (request: Request): StoredUser => {
    const caller = callerOf(request);
    access.require(caller, "admin");
    return caller;
  };

  return {
    list(request: Request): Reply {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const reached = rows.all().filter(({ organization }) => access.reaches(caller, organization));
      return listReply(reached.map(wireRow), request.query, { path: basePath + path, hiddenStatuses });
    },
    get(request: Request, id: string): Reply {
      const caller = callerOf(request);
      access.require(caller, "bot");
      return { status: 200, body: selected(wireRow(found(caller, id)), request.query) };
    },
    /** @param make builds the row out of what was sent and what the server sets. */
    create(request: Request, make: (sent: Partial<Row>, set: Required<OwnedObject>) => Row): Reply {
      const caller = admin(request);
      const fields = createFields(request.body, writable) as Partial<Row>;
      checkOrganization(caller, fields.organization);
      check(fields);
      const now = new Date(request.nowMs).toISOString();
      const row = rows.insert((id) =>
        make(fields, {
          id,
          organization: fields.organization ?? caller.organization,
          createdBy: caller.id,
          updatedBy: caller.id,
          createdAt: now,
          updatedAt: now,
        }),
      );
      return { status: 201, headers: { location: `${path}/${row.id}` }, body: wireRow(row) };
    },
    /** @param more fields that can be written beside those of a create. @default none */
    update(request: Request, id: string, more: Writable["checks"] = {}): Reply {
      const caller = admin(request);
      const row = found(caller, id);
      const updatable = { ...writable, checks: { ...writable.checks, ...more } };
      const fields = updateFields(request.body, updatable) as Partial<Row>;
      checkOrganization(caller, fields.organization);
      check(fields);
      const set = { updatedBy: caller.id, updatedAt: new Date(request.nowMs).toISOString() };
      return { status: 200, body: wireRow(rows.update(row.id, { ...fields, ...set }) ?? row) };
    },
    /** @param remove takes the row away, or marks it. */
    delete(request: Request, id: string, remove: (row: Row) => void): Reply {
      remove(found(admin(request), id));
      return { status: 204 };
    },
  };
}

/** A row as the upstream answers it; what is unset is left out. */
const wireRow = (row: object): WireRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
