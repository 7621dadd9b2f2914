import { badInput } from "../../errors.ts";
import type {
  CreateServiceInput,
  ServiceParamsInput,
  UpdateServiceInput,
} from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import { patchesOf } from "../merging/merged-update.ts";
import { organizationKind } from "../organization/loaders.ts";
import { checkComplete, type TypedParams, typedParams } from "./params.ts";

type Moment = Date | null | undefined;

/** @throws BAD_USER_INPUT for an end that is not after the start. */
function period({ startDate, endDate }: { readonly startDate?: Moment; readonly endDate?: Moment }) {
  if (startDate && endDate && endDate <= startDate) throw badInput("endDate must be after startDate.");
  const textOf = (moment: Moment) => (moment === null ? null : moment?.toISOString());
  return { startDate: textOf(startDate), endDate: textOf(endDate) };
}

/** @throws BAD_USER_INPUT for parameters that cannot be right, or are those of another type than the one that is named. */
function paramsOfType(input: ServiceParamsInput, type: string | null | undefined): TypedParams {
  const typed = typedParams(input);
  if (type && type !== typed.type) throw badInput(`params are those of ${typed.type}, but type is ${type}.`);
  return typed;
}

/** The fields that both writes take alike. */
const plainFields = (input: CreateServiceInput | UpdateServiceInput) => ({
  description: input.description,
  status: notNull(input.status, "status"),
  touchpoints: notNull(input.touchpoints, "touchpoints"),
  smoochId: input.smoochId,
  smoochAppId: input.smoochAppId,
  ...period(input),
});

/** The body of a new service. @throws BAD_USER_INPUT for what cannot be right. */
export function newService(input: CreateServiceInput) {
  const given = omitNulls(input);
  return {
    name: nonBlank(given.name, "name"),
    ...paramsOfType(given.params, given.type),
    ...omitUndefined({
      organization: optionalSourceIdOf(organizationKind, given.organizationId),
      ...plainFields(given),
      meta: given.meta,
    }),
  };
}

/**
 * Changes to a service: the body, less the fields that are merged into what is stored.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, a type without parameters, and what cannot be right.
 */
export function serviceChanges(input: UpdateServiceInput) {
  const type = notNull(input.type, "type");
  const params = notNull(input.params, "params");
  // The stored parameters are those of another type, and what they are cannot be read.
  if (type && !params)
    throw badInput("type cannot change without params: give the complete ones of that type.");
  const typed = params && paramsOfType(params, type);
  if (params) checkComplete(params);
  return {
    body: {
      ...typed,
      ...omitUndefined({
        organization: optionalSourceIdOf(organizationKind, notNull(input.organizationId, "organizationId")),
        name: filledIfGiven(input.name, "name"),
        ...plainFields(input),
      }),
    },
    merges: patchesOf({ meta: notNull(input.meta, "meta") }),
  };
}
