// Settings: what is right is read, what is wrong is refused by name.
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('settings', () => {
  it('need nothing: everything has a default', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      host: '127.0.0.1',
      trustedProxies: [],
    })
    expect(readConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
    expect(readConfig({ PUBLIC_URL: 'https://network.example/' }).publicUrl).toBe('https://network.example')
    expect(readConfig({ DATABASE_URL: 'postgresql:///entregent?host=/run/postgresql' }).databaseUrl).toBe(
      'postgresql:///entregent?host=/run/postgresql',
    )
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
    ['PUBLIC_URL', 'http://network.example'],
    ['PUBLIC_URL', 'https://network.example/path'],
    ['PUBLIC_URL', 'network.example'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'nobody'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, all'],
    ['TRUSTED_PROXIES', '10.0.0.0/64'],
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', 'with a space in it, and long'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s by name', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(
      expect.objectContaining({ code: 'config_invalid', details: expect.objectContaining({ variable }) }),
    )
  })
})
