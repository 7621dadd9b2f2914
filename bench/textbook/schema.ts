/** The slice of the gateway's schema that the benches ask for, under the same names. */
export const typeDefs = /* GraphQL */ `
  enum AccountType { COMPANY CUSTOMER }
  enum UserRole { AGENT ADMIN OWNER BOT GUEST SUPERVISOR }

  input AccountLookup { id: ID domain: String }
  input ContactLookup { id: ID }
  input PersonLookup { id: ID }
  input UserLookup { id: ID }
  input OrganizationLookup { id: ID }
  input PeopleFilter { team: ID }
  input UsersFilter { organization: ID }
  input TimeWindow { start: String! end: String! }

  type PageInfo { hasNextPage: Boolean! endCursor: String }

  type Label { name: String color: String }
  type Account {
    id: ID! name: String type: AccountType domain: String contractValue: Float tier: Label tags: [Label!]
    contacts(first: Int = 20): ContactConnection
    usageLogs(first: Int = 20): UsageLogConnection
    organization: Organization
  }
  type Contact { id: ID! name: String email: String account: Account }
  type ContactConnection { nodes: [Contact!]! }
  type UsageLog { id: ID! content: String value: Float }
  type UsageLogConnection { nodes: [UsageLog!]! }

  type Group { name: String }
  type Person {
    id: ID! firstName: String lastName: String email: String site: Group teams: [Group!] queues: [Group!]
    activities(window: TimeWindow!): ActivityConnection
    user: User
  }
  type PersonConnection { nodes: [Person!]! totalCount: Int }
  type Activity { startTime: String endTime: String type: ActivityType }
  type ActivityType { name: String }
  type ActivityConnection { nodes: [Activity!]! }

  type User {
    id: ID! displayName: String email: String role: UserRole organization: Organization person: Person
  }
  type UserConnection { nodes: [User!]! pageInfo: PageInfo! }
  type Organization { id: ID! name: String users(first: Int = 20): UserConnection }

  type Query {
    account(by: AccountLookup!): Account
    contact(by: ContactLookup!): Contact
    person(by: PersonLookup!): Person
    people(filter: PeopleFilter, first: Int = 20): PersonConnection
    user(by: UserLookup!): User
    users(filter: UsersFilter, first: Int = 20, after: String): UserConnection
    organization(by: OrganizationLookup!): Organization
  }
`;
