import type { GraphQLResolveInfo } from "graphql";
import type { Path, Variables } from "./execution.ts";

/** The part of `info` that is the same for all objects that a field is selected on. */
export type FieldInfoPlace = Omit<GraphQLResolveInfo, "path" | "rootValue" | "variableValues">;

/** The facts that a resolver is told of its field. They are made for each object: they hold little, and lead to the rest. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly path: Path;
  readonly variableValues: Variables;
  readonly rootValue = undefined;
  private readonly place: FieldInfoPlace;

  constructor(place: FieldInfoPlace, path: Path, variableValues: Variables) {
    this.path = path;
    this.variableValues = variableValues;
    this.place = place;
  }

  get fieldName(): GraphQLResolveInfo["fieldName"] {
    return this.place.fieldName;
  }

  get fieldNodes(): GraphQLResolveInfo["fieldNodes"] {
    return this.place.fieldNodes;
  }

  get returnType(): GraphQLResolveInfo["returnType"] {
    return this.place.returnType;
  }

  get parentType(): GraphQLResolveInfo["parentType"] {
    return this.place.parentType;
  }

  get schema(): GraphQLResolveInfo["schema"] {
    return this.place.schema;
  }

  get fragments(): GraphQLResolveInfo["fragments"] {
    return this.place.fragments;
  }

  get operation(): GraphQLResolveInfo["operation"] {
    return this.place.operation;
  }
}
