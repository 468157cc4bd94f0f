import type { Translation } from '../catalogue'
import type { welcomeText } from '../welcome'

export const welcome: Translation<typeof welcomeText> = {
  title: 'Willkommen',
  heading: 'Sehen, wer gerade online ist',
  about: (services) =>
    `Sessiondeck beobachtet die Live-Sitzungen von ${services} in einer einzigen Liste, sagt Ihnen, wenn jemand kommt, und lässt Sie Nachrichten senden und Sitzungen trennen.`,
  addAccount: 'Konto hinzufügen',
  addAccountTooltip: 'Sie brauchen einen API-Schlüssel von einem der Dienste',
  openDemo: 'Demo-Arbeitsbereich öffnen',
  openDemoTooltip: 'Simulierte Dienste auf diesem Computer; es wird nichts gesendet',
  addHost: 'SSH-Host hinzufügen',
  addHostTooltip: 'Terminals brauchen kein Konto',
  keysStay: 'Schlüssel bleiben im Schlüsselbund dieses Computers.',
  demoNeedsNoKey: 'Die Demo braucht keinen Schlüssel.',

  demo: 'Demo',
  simulated: 'Demo mit simulierten Diensten.',
  nothingSent: 'Es wird nichts gesendet.',
  openOwn: 'Eigenes Konto hinzufügen',
  openOwnTooltip: 'Öffnet ein eigenes Fenster neben der Demo',
  quitDemo: 'Demo beenden',
  quitDemoTooltip: 'Beendet die Demo und ihre Terminals',

  notifications: 'Frage nach Benachrichtigungen',
  askNotifications: 'Möchten Sie benachrichtigt werden, wenn jemand online kommt?',
  turnOn: 'Einschalten',
  notNow: 'Jetzt nicht',
  notNowTooltip: 'Der Schalter dafür ist in den Einstellungen',
}
