// The head of one's own profile (photo, names, headline, place) and its summary, each with its form.
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { Form } from 'react-router'
import { Avatar } from './avatar.tsx'
import { Field, Select } from './field.tsx'
import { useLocale } from './locale.tsx'
import { EditableSection, EditLink, InBothLanguages, ProfileForm, refusalOf, type SectionProps } from './profile-editor.tsx'
import { Summary, Written } from './profile-sections.tsx'

type Named = readonly { readonly code: string; readonly name: string }[]

export function ProfileAbout({ countries, ...section }: SectionProps & { countries: Named }) {
  const locale = useLocale()
  const t = catalogue[locale]
  const { profile, edit } = section
  const hasHeadline = profile.headline.en !== null || profile.headline.fr !== null
  const where = [profile.place, profile.country && (countries.find(({ code }) => code === profile.country)?.name ?? profile.country)]
  return (
    <section className="profile-section" id="about" aria-label={t.about}>
      <header className="person-head">
        <Avatar person={profile} size="xl" self />
        <div>
          <h1>
            {profile.givenName} {profile.familyName}
          </h1>
          <p className="muted">{hasHeadline ? <Written text={profile.headline} /> : t.noHeadline}</p>
          <p className="muted small">{where.filter(Boolean).join(', ')}</p>
          <p className="acts">
            <EditLink name="about" title={t.about} label={t.editAbout} isOpen={edit === 'about'} />
            <EditLink name="photo" title={t.photo} label={profile.photoVersion > 0 ? t.editPhoto : t.addPhoto} isOpen={edit === 'photo'} />
          </p>
        </div>
      </header>
      {edit === 'about' && <AboutForm {...section} countries={countries} />}
      {edit === 'photo' && (
        <div id="photo">
          <PhotoForm {...section} />
        </div>
      )}
    </section>
  )
}

function AboutForm({ profile, refusal: any, countries }: SectionProps & { countries: Named }) {
  const t = catalogue[useLocale()]
  const refusal = refusalOf(any, 'about')
  const values = { headlineEn: profile.headline.en ?? '', headlineFr: profile.headline.fr ?? '' }
  return (
    <ProfileForm act="about" profile={profile} refusal={any}>
      <div className="side-by-side">
        <Field
          label={t.givenName}
          name="givenName"
          defaultValue={profile.givenName}
          maxLength={80}
          autoComplete="given-name"
          refusal={refusal}
        />
        <Field
          label={t.familyName}
          name="familyName"
          defaultValue={profile.familyName}
          maxLength={80}
          autoComplete="family-name"
          refusal={refusal}
        />
      </div>
      <InBothLanguages name="headline" label={t.headline} values={values} refusal={refusal} limit={160} hint={t.bothLanguages} />
      <div className="side-by-side">
        <Field label={t.place} name="place" optional defaultValue={profile.place ?? ''} maxLength={100} refusal={refusal} />
        <Select label={t.country} name="country" optional defaultValue={profile.country ?? ''} refusal={refusal}>
          <option value="">{t.noCountry}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </ProfileForm>
  )
}

function PhotoForm({ profile, refusal }: SectionProps) {
  const t = catalogue[useLocale()]
  const mine = refusalOf(refusal, 'photo')
  return (
    <>
      <ProfileForm act="photo" profile={profile} refusal={refusal} submit={t.photoSave} files>
        <Field label={t.photoFile} hint={t.photoHint} name="photo" type="file" accept="image/jpeg,image/png,image/webp" refusal={mine} />
        <Select label={t.photoPart} name="part" defaultValue="auto" refusal={mine}>
          <option value="auto">{t.photoAuto}</option>
          <option value="start">{t.photoStart}</option>
          <option value="middle">{t.photoMiddle}</option>
          <option value="end">{t.photoEnd}</option>
        </Select>
      </ProfileForm>
      {profile.photoVersion > 0 && (
        <Form method="post" action="/profile">
          <input type="hidden" name="version" value={profile.version} />
          <button type="submit" data-kind="danger" name="act" value="removePhoto">
            {t.photoRemove}
          </button>
        </Form>
      )}
    </>
  )
}

export function ProfileSummary({ profile, edit, refusal }: SectionProps) {
  const t = catalogue[useLocale()]
  const { summary } = profile
  const values = { summaryEn: summary.en ?? '', summaryFr: summary.fr ?? '' }
  return (
    <EditableSection
      name="summary"
      title={t.summary}
      isEmpty={summary.en === null && summary.fr === null}
      empty={t.noSummary}
      edit={edit}
      form={
        <ProfileForm act="summary" profile={profile} refusal={refusal} current={<Summary summary={summary} />}>
          <InBothLanguages
            name="summary"
            label={t.summary}
            values={values}
            refusal={refusalOf(refusal, 'summary')}
            limit={4_000}
            isLong
            hint={t.bothLanguages}
          />
        </ProfileForm>
      }
    >
      <Summary summary={summary} />
    </EditableSection>
  )
}
