import { isoTime } from "../day.ts";
import { formFieldId, formId, organizationId } from "../ids.ts";
import { listedKeys } from "./organizations.ts";
import type { StoredForm, StoredFormField } from "./stored.ts";

/** A form, less what follows from its key. */
interface Sketch {
  readonly key: string | number;
  /** Key of the organization. */
  readonly owner: string;
  readonly name: string;
  readonly questions: readonly Question[];
  readonly type?: "static";
  /** Key of another form. */
  readonly template?: string | number;
  readonly archived?: true;
  /** With which organizations below the owner it is shared. */
  readonly tags?: readonly string[];
}

type Question = Pick<
  StoredFormField,
  "name" | "label" | "type" | "entity" | "pattern" | "options" | "required"
>;

const orderNumber: Question = {
  name: "orderNumber",
  label: "Order number",
  type: "text",
  entity: "Order",
  pattern: "[A-Z]{2}-\\d{6}",
  required: true,
};
const deliveryDate: Question = {
  name: "deliveryDate",
  label: "Delivered on",
  type: "date",
  entity: "Date",
  required: false,
};
const reason: Question = {
  name: "reason",
  label: "Reason",
  type: "select",
  options: [
    { key: "broken", value: "It is broken" },
    { key: "wrong", value: "It is not what was ordered" },
    { key: "other", value: "Something else" },
  ],
  required: true,
};
const remarks: Question = { name: "remarks", label: "Remarks", type: "textarea", required: false };
const consent: Question = { name: "consent", label: "保存に同意します", type: "checkbox", required: true };
const callBack: Question = {
  name: "callBackAt",
  label: "Call back at",
  type: "datetime-local",
  entity: "Date",
  required: false,
};

/**
 * The forms that categories point at: those of the first slots are the master organization's, shared by tags, the others
 * those of the showcase organization, one of them archived. That of slot 9 was deleted: its category still names it.
 */
const ofCategories: readonly Sketch[] = [
  {
    key: 0,
    owner: "master",
    name: "Order",
    questions: [orderNumber, deliveryDate, remarks],
    tags: ["automotive", "retail", "travel", "energy", "healthcare"],
  },
  { key: 1, owner: "master", name: "Return", questions: [orderNumber, reason, remarks], tags: ["retail"] },
  { key: 2, owner: "master", name: "Spare part", questions: [orderNumber], tags: ["automotive"] },
  {
    key: 4,
    owner: "acme",
    name: "Robot out of order",
    questions: [orderNumber, reason, callBack, consent],
    template: 1,
  },
  { key: 5, owner: "acme", name: "Recall 2024", questions: [orderNumber], archived: true },
  { key: 7, owner: "acme", name: "保証", questions: [orderNumber, deliveryDate], template: 5 },
  // The form that it was copied from is gone, too.
  { key: 8, owner: "acme", name: "Leasing", questions: [callBack, remarks], template: 9 },
];

/** Those of categories, then one for each listed organization, a third of them copies. */
export const forms = (listedCount: number, anchorMs: number): StoredForm[] =>
  [
    ...ofCategories,
    ...listedKeys(listedCount).map(
      (owner, place): Sketch => ({
        key: `${owner}/intake`,
        owner,
        name: "Intake",
        questions: [callBack, remarks, consent],
        type: "static",
        ...(place % 3 === 0 && { template: 0 }),
      }),
    ),
  ].map((sketch, place) => form(sketch, place, anchorMs));

function form(sketch: Sketch, place: number, anchorMs: number): StoredForm {
  const { key, owner, name, questions, type = "topic", template, archived, tags = [] } = sketch;
  const createdAt = isoTime(anchorMs, -300 + place);
  const updatedAt = isoTime(anchorMs, -(place % 30) - 1);
  return {
    id: formId(key),
    organization: organizationId(owner),
    name,
    type,
    ...(template !== undefined && { template: formId(template) }),
    profileFields: ["givenName", "familyName", ...(type === "static" ? ["email", "telephone"] : [])],
    fields: questions.map((question) => ({
      id: formFieldId(key, question.name),
      ...question,
      createdAt,
      updatedAt,
    })),
    notifyEmails: [`results@${owner}.example`],
    status: archived === true ? "archived" : "active",
    tags: [...tags],
    labels: type === "static" ? ["isLead"] : [],
    pointsByAgent: 60,
    pointsByBot: 40,
    meta: { queue: owner },
    createdAt,
    updatedAt,
  };
}
