import { fact } from "../estimate/facts.ts";
import {
  callsOf,
  type Declared,
  type FieldCosts,
  freshCallsOf,
  type LoaderUse,
  useOf,
} from "../estimate/field-cost.ts";
import { atMost, exactly } from "../estimate/range.ts";
import { oneOf, someOf } from "../estimate/usual-costs.ts";
import type {
  MutationCreateActivitiesArgs,
  MutationCreateActivityArgs,
  MutationCreatePeopleArgs,
  MutationCreatePersonArgs,
  MutationDeleteActivitiesArgs,
  MutationDeletePersonArgs,
  MutationUpdatePersonArgs,
  PersonLookup,
  QueryActivitiesArgs,
  QueryPeopleArgs,
  QueryPersonArgs,
} from "../generated/resolvers.ts";
import { sourceIdOf } from "../resolving/ids.ts";
import { checkBulk } from "../resolving/input.ts";
import { type PageArguments, pageRequest, windowPageSize } from "../resolving/pagination.ts";
import { longestReadDays, longestWriteDays, type TimeWindow, windowSeconds } from "../resolving/time.ts";
import { activities } from "./activity/endpoints.ts";
import { activitySelection, isNothing } from "./activity/selection.ts";
import { covered, overlap, partsOf } from "./activity/spans.ts";
import { windowPath } from "./activity/windows.ts";
import { personKind } from "./kinds.ts";
import { assembledLoaders } from "./loaders.ts";
import { people } from "./person/endpoints.ts";
import { newPerson, personChanges } from "./person/input.ts";
import { personReference } from "./person/look-up.ts";

const { activitiesByAgent, activityTypeById, personByAgentId, personById } = assembledLoaders;
const { queueById, roleById, siteById, skillById, teamById } = assembledLoaders;

const inWindow = (args: PageArguments) => atMost(pageRequest(args, windowPageSize, windowPageSize).first);

/** Where people are looked up; the id of an agent needs no look-up to write under it. */
function lookUps(references: readonly PersonLookup[], loaderOfAgents?: Declared): LoaderUse[] {
  const { peopleByEmail, peopleByImportedId } = assembledLoaders;
  const keys = new Map<Declared, Set<string>>();
  for (const reference of references.map(personReference)) {
    const [key = ""] = Object.values(reference);
    const loader =
      "id" in reference
        ? personById
        : "email" in reference
          ? peopleByEmail
          : "importedId" in reference
            ? peopleByImportedId
            : loaderOfAgents;
    if (loader) keys.set(loader, (keys.get(loader) ?? new Set()).add(key));
  }
  return [...keys].map(([loader, { size }]) => useOf(loader, exactly(size)));
}

/** Reads of the schedules where activities are to be. */
function overlapReads(windows: readonly TimeWindow[]): LoaderUse {
  const spans = windows.map((window) => windowSeconds(window, longestWriteDays));
  const reads = covered(spans, longestReadDays).map((span) => {
    const isAlone = spans.filter((each) => overlap(each, span)).length === 1;
    return isAlone ? 1 : partsOf(span, longestReadDays).length;
  });
  return freshCallsOf(activities.list, { least: 1, most: reads.reduce((sum, each) => sum + each, 0) });
}

/** Whether an activity brings its person along. */
const hasPerson = fact<boolean>("person of an activity");

/** Number of objects that a write made. */
const objectsWritten = fact<number>("objects written");

/** Whether a person was deleted for good. */
const isGone = fact<boolean>("deleted for good");

/** What the fields of Assembled's types cost. */
export const assembledFieldCosts: FieldCosts = {
  "Query.person": ({ by }: QueryPersonArgs) => ({ uses: lookUps([by], personByAgentId) }),
  "Query.people": ({ filter, ...args }: QueryPeopleArgs) => ({
    uses: filter?.channels?.length === 0 ? [] : [callsOf(people.list)],
    cardinality: atMost(pageRequest(args).first),
  }),
  "Query.activities": ({ filter, window, ...args }: QueryActivitiesArgs) => {
    const span = windowSeconds(window, longestReadDays);
    const selection = activitySelection(filter);
    const path = windowPath(span, selection);
    return { uses: isNothing(selection) ? [] : [useOf({ access: [path] })], cardinality: inWindow(args) };
  },

  "Person.roles": someOf(roleById),
  "Person.site": oneOf(siteById),
  "Person.teams": someOf(teamById),
  "Person.queues": someOf(queueById),
  "Person.skills": someOf(skillById),
  "Person.activities": (args: PageArguments) => ({
    tells: hasPerson.is(true),
    uses: [useOf(activitiesByAgent, atMost(1))],
    cardinality: inWindow(args),
  }),
  "Activity.person": (_args: unknown, known) => (hasPerson.of(known) ? {} : oneOf(personByAgentId)),
  "Activity.type": oneOf(activityTypeById),

  "Mutation.createPerson": ({ input }: MutationCreatePersonArgs) => {
    newPerson(input);
    return { uses: [callsOf(people.create)] };
  },
  "Mutation.createPeople": ({ input }: MutationCreatePeopleArgs) => {
    checkBulk(input.people.map(newPerson), "people");
    return { uses: [callsOf(people.create)], tells: objectsWritten.is(input.people.length) };
  },
  "CreatePeoplePayload.people": (_args: unknown, known) => ({
    cardinality: atMost(objectsWritten.of(known) ?? 0),
  }),
  "Mutation.updatePerson": ({ id, input }: MutationUpdatePersonArgs) => {
    sourceIdOf(personKind, id);
    personChanges(input);
    return { uses: [callsOf(people.update)] };
  },
  // The update answers the person, as a rule.
  "UpdatePersonPayload.person": oneOf(personById),
  "Mutation.deletePerson": ({ id, deletion }: MutationDeletePersonArgs) => {
    sourceIdOf(personKind, id);
    return { uses: [callsOf(people.delete)], tells: isGone.is(deletion === "HARD") };
  },
  "DeletePersonPayload.person": (_args: unknown, known) =>
    isGone.of(known) ? {} : { uses: [useOf(personById)] },
  "Mutation.createActivity": ({ input }: MutationCreateActivityArgs) => ({
    tells: hasPerson.is(!input.person.agentId),
    uses: [
      ...lookUps([input.person]),
      ...(input.onConflict === "REFUSE" ? [overlapReads([input.window])] : []),
      callsOf(activities.create),
    ],
  }),
  "Mutation.createActivities": ({ input }: MutationCreateActivitiesArgs) => {
    checkBulk(input.activities, "activities");
    const windows = input.activities.map(({ window }) => window);
    return {
      uses: [
        ...lookUps(input.activities.map(({ person }) => person)),
        ...(input.onConflict === "REFUSE" ? [overlapReads(windows)] : []),
        callsOf(activities.bulk),
      ],
      tells: new Map([
        ...hasPerson.is(input.activities.every(({ person }) => !person.agentId)),
        ...objectsWritten.is(input.activities.length),
      ]),
    };
  },
  "CreateActivitiesPayload.activities": (_args: unknown, known) => ({
    cardinality: atMost(objectsWritten.of(known) ?? 0),
    tells: known,
  }),
  "Mutation.deleteActivities": ({ input }: MutationDeleteActivitiesArgs) => {
    checkBulk(input.people, "people");
    return { uses: [...lookUps(input.people), callsOf(activities.deleteWindow)] };
  },
};
