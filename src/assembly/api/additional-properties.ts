import { GET } from "../../rest/endpoint.ts";
import { directory } from "../../rest/freshness.ts";
import type { AdditionalPropertiesJson } from "./account.ts";

interface AnswerJson {
  readonly id: string;
  readonly additional_properties: AdditionalPropertiesJson;
}

const properties = (wire: AnswerJson) => wire.additional_properties;

/** Custom properties of one account or contact: assembly-accounts-contacts-v2.txt:104-126. */
export const additionalProperties = {
  getForAccount: GET("/add_props/accounts/{id}").kept(directory).returns(properties),
  getForContact: GET("/add_props/contacts/{id}").kept(directory).returns(properties),
};
