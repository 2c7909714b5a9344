// The front door: what Entregent is for a visitor, Today for a member.
export default function Home() {
  return null
}
