// A profile as a JSON Resume document, valid against its schema. What the schema has no member for, or would refuse (an address that is none), is
// left out: name parts, birthday, industry, licences, further addresses and numbers, translations. What was read of another such document and
// has no place in a draft goes back where it was.
import type { PartialDate, Period, ProfileDraft } from '../draft.ts'
import { isEmail } from '../people/emails.ts'

const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** The document's text, with a line end. Dates are `2021`, `2021-03` or `2021-03-07`; a day without its year is left out. */
export function writeJsonResume(profile: ProfileDraft): string {
  const [phone] = profile.phones
  const email = profile.emails.find(({ address }) => /^[\x21-\x7e]+$/u.test(address) && isEmail(address))
  const home = profile.urls.find(({ kind, url }) => kind !== 'profile' && isUri(url))
  const others = profile.urls.filter((one) => one !== home && isUri(one.url))
  const document = {
    $schema: schema,
    basics: {
      name: profile.name.full,
      label: profile.headline,
      email: email?.address,
      phone: phone === undefined ? undefined : phone.number + (phone.extension === undefined ? '' : ` ext. ${phone.extension}`),
      url: home?.url,
      summary: profile.summary,
      location: profile.location === undefined ? undefined : { city: profile.location },
      profiles: filled([
        ...others.map(({ url, label }) => ({ network: label, url })),
        ...profile.handles.map(({ service, handle }) => ({ network: service, username: handle })),
      ]),
    },
    work: filled(
      profile.positions.map((one) => ({
        name: one.organization,
        position: one.title,
        location: one.location,
        url: uri(one.url),
        ...span(one),
        summary: one.description,
      })),
    ),
    volunteer: filled(
      profile.volunteering.map((one) => ({
        organization: one.organization,
        position: one.role,
        url: uri(one.url),
        ...span(one),
        summary: one.description,
      })),
    ),
    education: filled(
      profile.education.map((one) => ({
        institution: one.school,
        studyType: one.degree,
        area: one.field,
        url: uri(one.url),
        ...span(one),
        courses: one.notes === undefined ? undefined : one.notes.split('\n'),
      })),
    ),
    awards: filled(
      profile.honors.map((one) => ({ title: one.title, date: isoDay(one.issuedOn), awarder: one.issuer, summary: one.description })),
    ),
    certificates: filled(
      profile.certifications.map((one) => ({ name: one.name, date: isoDay(one.from), issuer: one.authority, url: uri(one.url) })),
    ),
    publications: filled(
      profile.publications.map((one) => ({
        name: one.name,
        publisher: one.publisher,
        releaseDate: isoDay(one.publishedOn),
        url: uri(one.url),
        summary: one.description,
      })),
    ),
    skills: filled(profile.skills.map((name) => ({ name }))),
    languages: filled(profile.languages.map(({ name, wording }) => ({ language: name, fluency: wording }))),
    references: filled(
      profile.recommendations.filter(({ direction }) => direction === 'received').map((one) => ({ name: one.name, reference: one.text })),
    ),
    projects: filled(profile.projects.map((one) => ({ name: one.title, description: one.description, url: uri(one.url), ...span(one) }))),
  }
  if (profile.source.format === 'json-resume') for (const { name, value } of profile.unknown) putBack(document, name, value)
  return `${JSON.stringify(document, null, 2)}\n`
}

const lists = new Set(['keywords', 'highlights', 'courses', 'roles', 'interests'])

/** A member that was read and had no place ("basics.image", "skills[0].level") goes back where it was, unless the schema would refuse it. */
function putBack(document: object, path: string, json: string): void {
  const steps = path.match(/[^.[\]]+/gu) ?? []
  const key = steps.pop() ?? ''
  let parent: unknown = document
  for (const step of steps) {
    if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, step)) return
    parent = Reflect.get(parent, step)
  }
  const isRefused = /date$|^(?:url|email|__proto__)$/iu.test(key)
  if (isRefused || typeof parent !== 'object' || parent === null || Reflect.get(parent, key) !== undefined) return
  const value = JSON.parse(json) as unknown
  const item = key === 'interests' ? 'object' : 'string'
  const fits = lists.has(key)
    ? Array.isArray(value) && value.every((one) => typeof one === item && one !== null)
    : typeof value === 'string'
  if (fits) Object.assign(parent, { [key]: value })
}

const filled = <T>(items: readonly T[]) => (items.length === 0 ? undefined : items)
const span = ({ from, to }: Period) => ({ startDate: isoDay(from), endDate: isoDay(to) })

function isoDay(date: PartialDate | undefined): string | undefined {
  if (date?.year === undefined || date.year < 1000 || date.year > 9999) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  if (date.month === undefined) return String(date.year)
  return date.day === undefined ? `${date.year}-${two(date.month)}` : `${date.year}-${two(date.month)}-${two(date.day)}`
}

function isUri(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/iu.test(url) && !/["<>\\^`{|}\x5b\x5d]/u.test(url) && URL.canParse(url)
}
const uri = (url: string | undefined) => (url !== undefined && isUri(url) ? url : undefined)
