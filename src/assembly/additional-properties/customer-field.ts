import { callsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { CustomerFieldsJson } from "../account/endpoints.ts";
import type { CustomerType } from "../shared-by-customers/reference.ts";
import { toPropertyMap } from "./property-map.ts";
import { endpointOf, propertiesOf } from "./reads.ts";

/** A row that may carry its properties. */
interface Customer extends Pick<CustomerFieldsJson, "additional_properties"> {
  readonly id: string;
}

/** The field that gives the properties of its object, which are read where its row does not carry them. */
export const propertiesField = (type: CustomerType) =>
  field(
    { uses: [callsOf(endpointOf({ type, by: "id" }), atMost(1))] },
    ({ id, additional_properties: known }: Customer, _args: unknown, { call }: OperationContext) =>
      known ? toPropertyMap(known) : propertiesOf(call, { type, by: "id", key: id }),
  );
