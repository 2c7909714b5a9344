// Who finds me, what my connections show others, what may reach me and how.
import { type FindableBy, findableByChoices, type Purpose, purposes, type ReachWay, reachWays } from '@entregent/lib/base/words.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Choice, Select } from './field.tsx'
import { useLocale } from './locale.tsx'
import { refusalOf, SettingsForm, type SettingsState } from './settings-form.tsx'

export function FindableSetting({ value, state }: { value: FindableBy | null; state: SettingsState }) {
  const locale = useLocale()
  const t = settings[locale]
  return (
    <SettingsForm act="findable" title={t.findableBy} text={t.findableByText} state={state} single>
      <Choice
        label={t.findableBy}
        name="findableBy"
        defaultValue={value}
        choices={findableByChoices.map((choice) => ({ value: choice, label: words[locale].findableBy[choice] }))}
        refusal={refusalOf('findable', state)}
      />
    </SettingsForm>
  )
}

export function ConnectionsSetting({ value, state }: { value: boolean | null; state: SettingsState }) {
  const t = settings[useLocale()]
  return (
    <SettingsForm act="connections" title={t.connections} text={t.connectionsText} state={state} single>
      <Choice
        label={t.connections}
        name="showsConnections"
        defaultValue={value === null ? null : value ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        refusal={refusalOf('connections', state)}
      />
    </SettingsForm>
  )
}

export function ReachSetting({ value, state }: { value: Readonly<Record<Purpose, ReachWay>>; state: SettingsState }) {
  const locale = useLocale()
  const t = settings[locale]
  return (
    <SettingsForm act="reach" title={t.reach} text={t.reachText} state={state}>
      <div className="reach-setting">
        {purposes.map((purpose) => (
          <Select
            key={purpose}
            label={words[locale].purpose[purpose]}
            name={purpose}
            defaultValue={value[purpose]}
            refusal={refusalOf('reach', state)}
          >
            {reachWays.map((way) => (
              <option key={way} value={way}>
                {words[locale].reachWay[way]}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </SettingsForm>
  )
}
