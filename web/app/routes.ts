// Every page of the product, on one screen. Feature areas keep their own lines; a page's file is named after its path.
import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),

  // Joining, signing in, one's own settings
  route('join', 'routes/join.tsx'),
  route('join/:token', 'routes/join-link.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/:token', 'routes/sign-in-link.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('reset', 'routes/reset.tsx'),
  route('reset/:token', 'routes/reset-link.tsx'),
  route('language', 'routes/language.ts'),
  route('settings', 'routes/settings.tsx'),
  route('settings/email/:token', 'routes/settings-email.tsx'),
  route('unsubscribe/:token', 'routes/unsubscribe.tsx'),
  route('demo', 'routes/demo.tsx'),

  // One's own profile, and pictures
  route('profile', 'routes/profile.tsx'),
  route('profile/as-visitor', 'routes/profile-as-visitor.tsx'),
  route('photo/:handle', 'routes/photo.ts'),

  // Finding people
  route('people', 'routes/people.tsx'),
  route('people/suggest', 'routes/suggest.ts'),

  // A person, the ways in, introductions
  route('p/:handle', 'routes/person.tsx'),
  route('p/:handle/ask', 'routes/ask.tsx'),
  route('introductions', 'routes/introductions.tsx'),
  route('introductions/:id', 'routes/introduction.tsx'),
  route('act/:token', 'routes/act.tsx'),

  // The network: connections and invitations
  route('network', 'routes/network.tsx'),
  route('invitations', 'routes/invitations.tsx'),
  route('p/:handle/connect', 'routes/connect.tsx'),

  // Conversations
  route('conversations', 'routes/conversations.tsx'),
  route('conversations/with/:handle', 'routes/conversation-with.tsx'),
  route('conversations/:id', 'routes/conversation.tsx'),

  // Any other address: said in the reader's language
  route('*', 'routes/nowhere.tsx'),
] satisfies RouteConfig
