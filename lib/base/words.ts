// The closed lists of the product: one noun each, the same in code, SQL (check constraints) and the catalogues.

export const purposes = [
  'career_opportunity',
  'contract',
  'new_venture',
  'job_inquiry',
  'expertise',
  'business_deal',
  'reference_request',
  'reconnect',
] as const
/** Why one wants to reach somebody. */
export type Purpose = (typeof purposes)[number]

export const reachWays = ['never', 'introduction', 'direct'] as const
/** By which way a purpose may reach a member. */
export type ReachWay = (typeof reachWays)[number]

export const findableByChoices = ['nobody', 'second_degree', 'members', 'anyone'] as const
/** Who may find a member. Unanswered counts as 'nobody'. */
export type FindableBy = (typeof findableByChoices)[number]

export const relationships = ['colleague', 'classmate', 'client', 'supplier', 'met_at', 'friend', 'other'] as const
/** How two members know each other, as one of them says it: 'client' means the other is that one's client. */
export type Relationship = (typeof relationships)[number]

/** The same relationship from the other side: my client sees me as a supplier. */
export function reversed(relationship: Relationship): Relationship {
  if (relationship === 'client') return 'supplier'
  return relationship === 'supplier' ? 'client' : relationship
}

export const strengths = [1, 2, 3] as const
/** How well one knows the other, private to that one: 1 barely, 2 know, 3 know well. */
export type Strength = (typeof strengths)[number]

export const setAsideReasons = ['ignored', 'unknown_person', 'spam'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

export const introductionStates = ['asked', 'forwarded', 'offered', 'accepted', 'closed'] as const
export type IntroductionState = (typeof introductionStates)[number]

export const seniorities = ['intern', 'junior', 'professional', 'senior', 'lead', 'manager', 'director', 'executive', 'owner'] as const
export type Seniority = (typeof seniorities)[number]

export const languageLevels = ['basic', 'working', 'fluent', 'native'] as const
export type LanguageLevel = (typeof languageLevels)[number]
