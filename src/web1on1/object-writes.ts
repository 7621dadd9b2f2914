import type { Deleted } from "../fields/payload.ts";
import { write } from "../fields/write.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Identified } from "../lists/indexed-rows.ts";
import { sourceIdOf, toGlobalId } from "../resolving/ids.ts";
import type { AnyEndpoint, Endpoint } from "../rest/endpoint.ts";
import type { JsonObject } from "../rest/message/exact-json.ts";
import { type Merges, updateMerged, usesOfMerges } from "./merging/merged-update.ts";
import { idsOfNamed, type NamedOrganizations, usesOfNamed } from "./organization/named.ts";
import type { OwnObject } from "./own-object.ts";
import { type ById, looseCall, type PathOf, type WrittenObjects, writtenPayload } from "./written-objects.ts";

/** Fields of a body, and the organizations that the input names. */
export interface Changed {
  readonly body: Readonly<Record<string, unknown>>;
  readonly named: NamedOrganizations;
}

/** Runs an update, with the context that it is to be made in. */
export type Among = <Value>(
  changes: { readonly sourceId: string; readonly merges: Merges },
  context: OperationContext,
  update: (context: OperationContext) => Promise<Value>,
) => Promise<Value>;

const alone: Among = (_, context, update) => update(context);

/** Objects whose writes a noun offers. */
interface Objects<Name extends string, Parameter extends string> extends WrittenObjects<Name, Parameter> {
  /** The one that must stay active. @default there is none */
  readonly own?: OwnObject;
  /** Whether an update may end the object, or the access of the gateway with it. @default none does */
  readonly isEnd?: (changes: Changed) => boolean;
  /** Runs an update among edits that must not be lost to each other. @default it runs as it is */
  readonly among?: Among;
}

/** A body, less the organizations that the input names, which are looked up before it is sent. */
interface New<Body> {
  readonly body: Body;
  readonly named?: NamedOrganizations;
}

/** Changes to an object, less what is merged into what is stored. */
interface Changes<Body> extends New<Body> {
  readonly merges: Merges;
}

/** The endpoints of an update. */
interface Updating<Path extends string, Body, Wire, Row> {
  readonly update: Endpoint<Path, undefined, Body, Wire, Row | undefined>;
  /** Reads the object as it is stored, numbers to the digit. */
  readonly getToMerge: AnyEndpoint;
}

/** The writes that a noun has, each a field of a mutation. The checks of an input throw before anything is sent. */
export function objectWrites<const Name extends string, const Parameter extends string>(
  objects: Objects<Name, Parameter>,
) {
  const { name, kind, parameter, own, isEnd = () => false, among = alone } = objects;
  const deletedName = `deleted${name.charAt(0).toUpperCase()}${name.slice(1)}Id`;

  return {
    /** Creates an object. */
    create: <Args, Body, Wire, Row extends Identified>(
      endpoint: Endpoint<string, undefined, Body, Wire, Row>,
      newOf: (args: Args) => New<NoInfer<Body>>,
    ) =>
      write(
        (args: Args) => {
          const { body, named = {} } = newOf(args);
          return { endpoint, body, named, uses: usesOfNamed(named) };
        },
        async ({ body, named }, context) => {
          const ids = await idsOfNamed(named, context);
          const row = await looseCall<Row>(context.call)(endpoint, { body: { ...body, ...ids } });
          return writtenPayload(objects, row.id, row);
        },
      ),

    /** Changes an object, with what is merged into what is stored, while other updates of it wait. */
    update: <Args extends ById, Path extends PathOf<Parameter>, Body extends object, Wire, Row>(
      { update, getToMerge }: Updating<Path, Body, Wire, Row>,
      changesOf: (args: Args) => Changes<NoInfer<Body>>,
    ) =>
      write(
        (args: Args) => {
          const sourceId = sourceIdOf(kind, args.id);
          const { body, named = {}, merges } = changesOf(args);
          const ended = isEnd({ body: Object.fromEntries(Object.entries(body)), named }) ? own : undefined;
          const uses = [...(ended?.uses ?? []), ...usesOfNamed(named), ...usesOfMerges(merges, getToMerge)];
          return { endpoint: update, sourceId, body, named, merges, ended, uses };
        },
        async ({ sourceId, body, named, merges, ended }, given) => {
          const path = { [parameter]: sourceId };
          const row = await among({ sourceId, merges }, given, async (context) => {
            await ended?.protect(sourceId, context);
            const ids = await idsOfNamed(named, context);
            return updateMerged(
              {
                kind,
                sourceId,
                merges,
                read: () => looseCall<JsonObject>(context.freshCall)(getToMerge, path),
                update: (merged) =>
                  looseCall<Row | undefined>(context.call)(update, {
                    ...path,
                    body: { ...body, ...ids, ...merged },
                  }),
              },
              context,
            );
          });
          return writtenPayload(objects, sourceId, row);
        },
      ),

    /** Deletes or archives an object. */
    delete: <Path extends PathOf<Parameter>, Wire>(
      endpoint: Endpoint<Path, undefined, undefined, Wire, undefined>,
    ) =>
      write(
        ({ id }: ById) => ({ endpoint, sourceId: sourceIdOf(kind, id), uses: own?.uses ?? [] }),
        async ({ sourceId }, context) => {
          await own?.protect(sourceId, context);
          await looseCall<undefined>(context.call)(endpoint, { [parameter]: sourceId });
          return { [deletedName]: toGlobalId(kind, sourceId) } as unknown as Deleted<Name>;
        },
      ),
  };
}
