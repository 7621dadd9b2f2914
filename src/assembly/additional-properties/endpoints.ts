import { directory } from "../../rest/cache-policy.ts";
import { requireRecord } from "../../rest/message/shape.ts";
import type { AdditionalPropertiesJson } from "../account/endpoints.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";
import { taken, updatedIdIn } from "../page-json.ts";

/** The custom properties of one account or contact, and whose they are. */
export interface OwnPropertiesJson {
  /** Of the account or contact. */
  readonly id: string;
  readonly additional_properties?: AdditionalPropertiesJson | null;
}

/** Properties to write: the body is itself the map of name and value. */
export type PropertiesBody = Readonly<Record<string, unknown>>;

/** Properties to delete, by name. */
export type PropertyNamesBody = { readonly properties: readonly string[] };

const one = (wire: OwnPropertiesJson) => requireRecord(wire);

/** Shows what is stored, and so whether a create has added to it. */
const storedProperties = "query ($of: AccountOrContactLookup!) { additionalProperties(of: $of) }";

/** Nouns of which a write to the properties of a contact invalidates cached reads. */
const ofContacts = ["contacts", "additionalProperties"] as const;

/**
 * Custom properties of one account or contact, whose own rows carry them, too:
 * assembly-accounts-contacts-v2.txt:104-126.
 */
export const additionalProperties = endpoints(
  { cache: directory, invalidates: ["accounts", "additionalProperties"], reconcile: storedProperties },
  {
    getForAccount: GET("/add_props/accounts/{id}").returns(one),
    getForAccountByDomain: GET("/add_props/accounts/{domain}").returns(one),
    getForAccountBySourceSpecificId: GET("/add_props/accounts?source_specific_id={sourceSpecificId}").returns(
      one,
    ),
    /** Refused where one of the names is there already; what becomes of the others is not documented. */
    createForAccount: POST("/add_props/accounts/{idOrDomain}")
      .conflictWhen(taken)
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    createForAccountBySourceSpecificId: POST("/add_props/accounts?source_specific_id={sourceSpecificId}")
      .conflictWhen(taken)
      .inferred()
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    /** Merges by name. */
    updateForAccount: PUT("/add_props/accounts/{idOrDomain}").body<PropertiesBody>().returns(updatedIdIn),
    updateForAccountBySourceSpecificId: PUT("/add_props/accounts?source_specific_id={sourceSpecificId}")
      .inferred()
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    /** Answers nothing, as documented; an id is taken all the same. */
    deleteForAccount: DELETE("/add_props/accounts/{idOrDomain}")
      .body<PropertyNamesBody>()
      .returns(updatedIdIn),
    deleteForAccountBySourceSpecificId: DELETE("/add_props/accounts?source_specific_id={sourceSpecificId}")
      .inferred()
      .body<PropertyNamesBody>()
      .returns(updatedIdIn),
    getForContact: GET("/add_props/contacts/{id}").returns(one),
    getForContactByEmail: GET("/add_props/contacts/{email}").returns(one),
    getForContactBySourceSpecificId: GET("/add_props/contacts?source_specific_id={sourceSpecificId}")
      .inferred()
      .returns(one),
    createForContact: POST("/add_props/contacts/{idOrEmail}")
      .invalidates(...ofContacts)
      .conflictWhen(taken)
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    createForContactBySourceSpecificId: POST("/add_props/contacts?source_specific_id={sourceSpecificId}")
      .invalidates(...ofContacts)
      .conflictWhen(taken)
      .inferred()
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    updateForContact: PUT("/add_props/contacts/{idOrEmail}")
      .invalidates(...ofContacts)
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    updateForContactBySourceSpecificId: PUT("/add_props/contacts?source_specific_id={sourceSpecificId}")
      .invalidates(...ofContacts)
      .inferred()
      .body<PropertiesBody>()
      .returns(updatedIdIn),
    deleteForContact: DELETE("/add_props/contacts/{idOrEmail}")
      .invalidates(...ofContacts)
      .body<PropertyNamesBody>()
      .returns(updatedIdIn),
    deleteForContactBySourceSpecificId: DELETE("/add_props/contacts?source_specific_id={sourceSpecificId}")
      .invalidates(...ofContacts)
      .inferred()
      .body<PropertyNamesBody>()
      .returns(updatedIdIn),
  },
);
