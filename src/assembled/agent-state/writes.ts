import { write } from "../../fields/write.ts";
import type {
  MutationAssociatePlatformIdArgs,
  MutationEditAgentStatesArgs,
  MutationEndAgentStateArgs,
  MutationPostAgentStateArgs,
  MutationResolvers,
} from "../../generated/resolvers.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { agentOf, agentUses, isAgent, personReference, unreadAgents } from "../person/look-up.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import { type AgentStateEditBody, agentStates } from "./endpoints.ts";
import { editBodies, stateBody, writtenName } from "./input.ts";

/** Writes of agent states. */
export const Mutation = {
  postAgentState: write(
    ({ input }: MutationPostAgentStateArgs) => ({
      endpoint: agentStates.create,
      body: { ...stateBody(input), state: writtenName(input.state, "state") },
    }),
    async ({ endpoint, body }, { call }) => {
      await call(endpoint, { body });
      return { agentPlatformId: body.agent_platform_id };
    },
  ),
  endAgentState: write(
    ({ input }: MutationEndAgentStateArgs) => ({ endpoint: agentStates.create, body: stateBody(input) }),
    async ({ endpoint, body }, { call }) => {
      await call(endpoint, { body });
      return { agentPlatformId: body.agent_platform_id };
    },
  ),
  associatePlatformId: write(
    ({ input }: MutationAssociatePlatformIdArgs) => {
      const reference = personReference(input.person);
      return {
        endpoint: agentStates.associate,
        reference,
        platformId: writtenName(input.agentPlatformId, "agentPlatformId"),
        uses: agentUses([reference]),
        tells: hasPerson.is(!isAgent(reference)),
      };
    },
    async ({ endpoint, platformId, reference }, { call, of }) => {
      const agent = await agentOf(of, reference);
      const body = { agent_platform_id: platformId, agent_id: agent.agentId };
      await explainRejection(call(endpoint, { body }), () => absent(of, [unreadAgents([agent])]));
      return ofPerson({ agentPlatformId: platformId, agentId: agent.agentId }, agent.person);
    },
  ),
  editAgentStates: write(
    ({ input }: MutationEditAgentStatesArgs) => ({
      endpoint: agentStates.edit,
      body: { edits: editBodies(input) },
    }),
    async ({ endpoint, body }, { call }) => {
      await call(endpoint, { body });
      return {
        insertedCount: body.edits.filter(({ action }) => action === "insert").length,
        updatedExternalIds: idsOf(body.edits, "update"),
        deletedExternalIds: idsOf(body.edits, "delete"),
      };
    },
  ),
} satisfies MutationResolvers;

const idsOf = (edits: readonly AgentStateEditBody[], wanted: AgentStateEditBody["action"]): string[] =>
  edits.flatMap(({ action, data: { id } }) => (action === wanted && id !== undefined ? [id] : []));
