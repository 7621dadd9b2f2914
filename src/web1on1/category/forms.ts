import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from "graphql";
import { errorCodes, GatewayError } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { readableReferencesIn } from "../../resolving/referenced.ts";
import type { FormJson } from "../form/endpoints.ts";
import { formById, formKind } from "../form/loaders.ts";
import type { CategoryOfOrganization } from "./endpoints.ts";

/**
 * The forms of a category, less those that do not exist. One that the gateway may not read is left out, with an error, so
 * that it does not take the others with it.
 */
export const formsOfCategory = field(
  { uses: [useOf(formById, anyNumber)], cardinality: anyNumber },
  async (
    { forms }: CategoryOfOrganization,
    _args: unknown,
    { of, leaveOut }: OperationContext,
    info: GraphQLResolveInfo,
  ): Promise<FormJson[]> => {
    const loader = of(formById);
    const read = async (id: string): Promise<FormJson | null> => {
      try {
        return await loader.load(id);
      } catch (error) {
        if (!(error instanceof GatewayError && error.code === "FORBIDDEN")) throw error;
        leaveOut(unreadableForm(id, error, info));
        return null;
      }
    };
    const found = await Promise.all(readableReferencesIn(formKind, forms).map(read));
    return found.filter((form) => form !== null);
  },
);

const unreadableForm = (
  id: string,
  { code, message, facts }: GatewayError,
  { fieldNodes, path }: GraphQLResolveInfo,
): GraphQLError =>
  new GraphQLError(`The form ${id} is left out here: ${message}`, {
    nodes: fieldNodes,
    path: responsePathAsArray(path),
    extensions: { code, retryable: errorCodes[code].retryable, ...facts },
  });
