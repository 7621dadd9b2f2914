import type { AccountJson, CustomerFieldsJson } from "./account.ts";

type LabelledRow = CustomerFieldsJson & Pick<AccountJson, "company_type">;

/** A row that holds the ids of its labels: no document says whether records hold those or the labels themselves. */
export function withLabelIds<Row extends LabelledRow>(row: Row): Row {
  const { tier, stage, company_type, tags } = row;
  const holdsLabels = [tier, stage, company_type, ...listIn(tags)].some(isObject);
  if (!holdsLabels) return row;
  return {
    ...row,
    tier: labelIdIn(tier),
    stage: labelIdIn(stage),
    company_type: labelIdIn(company_type),
    tags: listIn(tags).map(labelIdIn),
  };
}

/** An account that tells its type where older documents do: newer ones call it `account_type`. */
export function withType<Row extends { readonly type: string; readonly account_type?: string }>(
  row: Row,
): Row {
  const { account_type } = row;
  return row.type === undefined && account_type !== undefined ? { ...row, type: account_type } : row;
}

const listIn = (tags: LabelledRow["tags"]): readonly string[] => (Array.isArray(tags) ? tags : []);

const isObject = (value: unknown): value is { readonly id: string } =>
  typeof value === "object" && value !== null;

const labelIdIn = <Id>(label: Id): Id | string => (isObject(label) ? label.id : label);
