import type { StoredUser } from "../data/web1on1/stored.ts";
import type { HandlerRequest, Reply } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import type { Scope } from "./access.ts";
import { listReply, selected, type WireRow, wireRow } from "./list-query.ts";
import type { SharedParts } from "./shared-parts.ts";
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

/** The fields of a new object that the server sets. */
type SetOnCreate = OwnedObject & { readonly createdAt: string; readonly updatedAt: string };

type Request = Omit<HandlerRequest<string>, "params">;

/** The rules of one kind of objects. */
interface OwnedObjects<Row extends OwnedObject> {
  readonly rows: Store<Row>;
  /** The name of one in messages. */
  readonly title: string;
  /** Of the list, below the base path. */
  readonly path: string;
  /** The scopes that reads need; writes need `admin`. @default bot for both */
  readonly scopes?: { readonly list: Scope; readonly get: Scope };
  /** Statuses that are left out of the list unless the status filter names them. @default none */
  readonly hiddenStatuses?: readonly string[];
  readonly writable: Writable;
  /** Whether rows tell by whom they were created and updated. @default false */
  readonly isSigned?: boolean;
  /** Refuses fields that point at what does not exist. @default all that are checked by `writable` will do */
  readonly check?: (fields: Partial<Row>, caller: StoredUser) => void;
  /** A row as the upstream answers it. @default all that is set */
  readonly wire?: (row: Row) => WireRow;
}

/** Further rules of an update. */
interface UpdateRules<Row> {
  /** Fields that can be written beside those of a create. @default none */
  readonly more?: Writable["checks"];
  /** The fields to store. @default those that were sent */
  readonly change?: (sent: Partial<Row>, row: Row, now: string) => Partial<Row>;
}

/** Finds the object of a path, for a caller of a scope who reaches its organization. */
export const objectFinder =
  <Row extends OwnedObject>(rows: Store<Row>, title: string, { access, callerOf }: SharedParts) =>
  (request: Pick<Request, "headers" | "nowMs">, id: string, scope: Scope) => {
    const caller = callerOf(request);
    access.require(caller, scope);
    const row = rows.get(id.toLowerCase());
    if (row === undefined) throw new Refusal(404, `${title} not found`);
    if (!access.reaches(caller, row.organization)) throw new Refusal(403, "outside your organization");
    return { caller, row };
  };

/** The ways to answer for objects that belong to organizations: who reaches the organization reaches them. */
export function ownedObjects<Row extends OwnedObject>(rules: OwnedObjects<Row>, shared: SharedParts) {
  const { rows, title, path, hiddenStatuses = [], writable, isSigned = false, wire = wireRow } = rules;
  const { scopes = { list: "bot", get: "bot" } } = rules;
  const { access, callerOf, basePath } = shared;
  const found = objectFinder(rows, title, shared);

  const check = (fields: Partial<Row>, caller: StoredUser): void => {
    if (fields.organization !== undefined) access.checkNamed(caller, fields.organization);
    rules.check?.(fields, caller);
  };

  return {
    list(request: Request): Reply {
      const caller = callerOf(request);
      access.require(caller, scopes.list);
      const reached = rows.all().filter(({ organization }) => access.reaches(caller, organization));
      return listReply(reached.map(wire), request.query, { path: basePath + path, hiddenStatuses });
    },
    get(request: Request, id: string): Reply {
      return { status: 200, body: selected(wire(found(request, id, scopes.get).row), request.query) };
    },
    /** @param make builds the row out of what was sent and what the server sets. */
    create(request: Request, make: (sent: Partial<Row>, set: SetOnCreate) => Row): Reply {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const fields = createFields(request.body, writable) as Partial<Row>;
      check(fields, caller);
      const now = new Date(request.nowMs).toISOString();
      const row = rows.insert((id) =>
        make(fields, {
          id,
          organization: fields.organization ?? caller.organization,
          ...(isSigned && { createdBy: caller.id, updatedBy: caller.id }),
          createdAt: now,
          updatedAt: now,
        }),
      );
      return { status: 201, headers: { location: `${path}/${row.id}` }, body: wire(row) };
    },
    update(request: Request, id: string, { more, change = (sent) => sent }: UpdateRules<Row> = {}): Reply {
      const { caller, row } = found(request, id, "admin");
      const updatable = { ...writable, checks: { ...writable.checks, ...more } };
      const sent = updateFields(request.body, updatable) as Partial<Row>;
      check(sent, caller);
      const now = new Date(request.nowMs).toISOString();
      const set = { ...(isSigned && { updatedBy: caller.id }), updatedAt: now };
      return { status: 200, body: wire(rows.update(row.id, { ...change(sent, row, now), ...set }) ?? row) };
    },
    /** @param remove takes the row away, or marks it. */
    delete(request: Request, id: string, remove: (row: Row) => void): Reply {
      remove(found(request, id, "admin").row);
      return { status: 204 };
    },
  };
}
