import type { ErrorCode } from "../../errors.ts";
import { freshCallsOf, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { bulkPayload, objectsWritten } from "../../fields/bulk-payload.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type { NewQueueInput, UpdateQueueInput } from "../../generated/resolvers.ts";
import type { LoaderDefinition, LoaderOf } from "../../lists/loader-definition.ts";
import type { CollectionLoader } from "../../loaders/collection.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { checkFilled } from "../../resolving/input.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { matchAllToInputs } from "../match-to-inputs.ts";
import type { GroupBody, GroupEndpoints, GroupJson } from "./endpoints.ts";
import { groupChanges, newGroup } from "./input.ts";
import { type GroupKind, groupNames } from "./names.ts";
import { changedGroup, wholeGroup } from "./tree.ts";

/** Everything that the writes of the four types of groups differ in. */
export interface GroupWrites extends GroupEndpoints {
  readonly kind: GroupKind;
  readonly byId: LoaderDefinition<CollectionLoader<GroupJson>>;
}

const rejections: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_REJECTED", "NOT_FOUND"]);

type Inputs = Readonly<Record<string, readonly NewQueueInput[]>>;

/** The writes of one type of group, and the objects in their payloads. */
export function groupWrites({ kind, byId, list, create, update, ...endpoints }: GroupWrites) {
  const names = groupNames(kind);
  /** The read that tells why a write was rejected. */
  const explanation = useOf(byId, atMost(1));
  // The upstream does not say which of the groups it did not know.
  const absentAmong = (of: LoaderOf, ids: readonly string[]) =>
    absent(of, [{ name: names.one, ids, loader: byId }]);
  const Mutation = {
    [names.create]: write(
      ({ input }: { readonly input: Inputs }) => {
        const inputs = input[names.many] ?? [];
        checkFilled(inputs, names.many);
        const groups = inputs.map((each) => newGroup(kind, each));
        const parents = groups.flatMap(({ parent_id }) => parent_id ?? []);
        const tells = objectsWritten.is(groups.length);
        return { endpoint: create, groups, parents, tells, uses: parents.length > 0 ? [explanation] : [] };
      },
      async ({ endpoint, groups, parents }, { call, of }) => {
        const written = call(endpoint, { body: { [names.many]: groups } });
        const answered = await explainRejection(written, () => absentAmong(of, parents), rejections);
        const created = matchAllToInputs(groups, answered, names.many, isSame, hasName);
        return { [names.ids]: created.map(({ id }) => toGlobalId(kind, id)), [names.many]: created };
      },
    ),
    [names.update]: write(
      ({ id, input }: { readonly id: string; readonly input: UpdateQueueInput }) => {
        const groupId = sourceIdOf(kind, id);
        const changes = groupChanges(kind, groupId, input);
        const whole = wholeGroup(changes);
        return { endpoint: update, groupId, changes, whole, uses: whole ? [] : [freshCallsOf(list)] };
      },
      ({ endpoint, groupId, changes, whole }, { call, freshCall, exclusively }) =>
        // Two groups that are put below each other at one time would each find nothing wrong.
        exclusively(kind, "tree", async () => {
          const body = whole ?? (await changedGroup(kind, await freshCall(list), groupId, changes));
          const group = await call(endpoint, { id: groupId, body });
          return { [names.id]: toGlobalId(kind, groupId), [names.one]: group };
        }),
    ),
    [names.delete]: write(
      ({ ids }: { readonly ids: readonly string[] }) => {
        checkFilled(ids, "ids");
        const groupIds = [...new Set(ids.map((id) => sourceIdOf(kind, id)))];
        return { endpoint: endpoints.delete, groupIds, uses: [explanation] };
      },
      async ({ endpoint, groupIds }, { call, of }) => {
        const deleted = call(endpoint, { body: { [names.upstreamIds]: groupIds } });
        await explainRejection<unknown>(
          deleted,
          async ({ facts }) => {
            const groups = await Promise.all(groupIds.map((id) => of(byId).load(id)));
            // A repeat of a deletion whose answer was lost is rejected, since it has been carried out.
            const isDone = (facts.attempts ?? 1) > 1 && groups.every((group) => group === null);
            return isDone ? groupIds : absentAmong(of, groupIds);
          },
          rejections,
        );
        return { [names.deletedIds]: groupIds.map((id) => toGlobalId(kind, id)) };
      },
    ),
  };
  return {
    Mutation,
    [names.createPayload]: bulkPayload(names.many),
    // The update answers the group, as a rule.
    [names.updatePayload]: payload(names.one, kind, byId, atMost(1)),
  };
}

type MayAnswer = (group: GroupBody, row: GroupJson) => boolean;

const hasName: MayAnswer = ({ name }, row) => row.name === name;

const isSame: MayAnswer = (group, row) => hasName(group, row) && (row.parent_id || null) === group.parent_id;
