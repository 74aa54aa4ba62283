import { formatDay } from '@commonlot/domain';
import type { ActTemplates, PlanFacts } from './act-words.js';

const stages = { provisional: 'vorläufigen', definitive: 'endgültigen' } as const;
const stageNames = { provisional: 'vorläufiger Plan', definitive: 'endgültiger Plan' } as const;
const decree = ({ decreeOn, decreeReference }: PlanFacts) =>
  `Königlicher Erlass vom ${formatDay(decreeOn, 'de')} (${decreeReference})`;

export const de: ActTemplates = {
  legalGrounds: (plan) => [
    'Gesetz vom 19. April 2002 zur Rationalisierung der Arbeitsweise und der Verwaltung der Nationallotterie, Artikel 22 bis 24',
    ...(plan.legalGround === '' ? [] : [plan.legalGround]),
    `${decree(plan)} zur Festlegung des ${stages[plan.stage]} Plans ${plan.year} zur Verteilung der Zuschüsse der Nationallotterie`,
    'Gesetz vom 22. Mai 2003 zur Organisation des Haushaltsplans und der Buchführung des Föderalstaates, Artikel 121 bis 124',
    'Gesetz vom 29. Juli 1991 über die ausdrückliche Begründung der Verwaltungsakte',
  ],
  planReference: (plan) =>
    `Verteilungsplan ${plan.year}, ${stageNames[plan.stage]}, Fassung ${plan.versionNumber}, ${decree(plan)}`,
  purposeOfApplication: ({ number, title, callTitle }) =>
    `Durchführung des Projekts „${title}“, wie im Antrag ${number} für den Projektaufruf „${callTitle}“ beschrieben.`,
  callInstalments: [
    'Nach der Zustellung dieser Entscheidung, auf das überprüfte Konto des Begünstigten.',
    'Nach Billigung des Abschlussberichts und des Verwendungsnachweises.',
  ],
  directInstalments: [
    'Nach der Zustellung dieser Entscheidung, auf das überprüfte Konto des Begünstigten.',
    'Nach Billigung des Tätigkeitsberichts und des Verwendungsnachweises.',
  ],
  callProofs: [
    'Abschlussbericht: was das Projekt getan hat, für wen, mit welchem Ergebnis, und wie die Unterstützung sichtbar war',
    'Abrechnung aller Ausgaben und Einnahmen des Projekts, mit den Belegen',
  ],
  directProofs: (year) => [
    `Tätigkeitsbericht ${year}: was mit dem Zuschuss getan wurde, für wen und mit welchem Ergebnis`,
    `Genehmigter Jahresabschluss ${year}, mit dem Verwendungsnachweis des Zuschusses`,
  ],
  visibilityDuty:
    'Der Begünstigte erwähnt die Unterstützung der Nationallotterie in jeder Mitteilung darüber, was mit dem Zuschuss geschieht: auf seiner Website, in Drucksachen, in sozialen Netzwerken und vor Ort. Der Bericht zeigt an Beispielen, wie er das getan hat.',
  controlClause:
    'Wer den Zuschuss annimmt, nimmt an, dass die Verwendung vor Ort kontrolliert wird (Gesetz vom 22. Mai 2003, Artikel 122). Der Begünstigte bewahrt alle Belege auf und legt sie auf Verlangen vor.',
  recoveryClause:
    'Der Begünstigte zahlt den Zuschuss unverzüglich zurück, wenn die Bedingungen nicht eingehalten wurden, wenn der Zuschuss nicht für seinen Zweck verwendet wurde oder wenn die Kontrolle behindert wurde. Fehlt der Verwendungsnachweis, so zahlt er den nicht nachgewiesenen Teil zurück (Gesetz vom 22. Mai 2003, Artikel 123). Solange der Nachweis für einen früheren Zuschuss fehlt, kann die Auszahlung ausgesetzt werden; jeder Teilbetrag gilt dabei als gesonderter Zuschuss (Artikel 124).',
  remedyBody: 'Staatsrat, Verwaltungsstreitsachenabteilung',
  remedyText:
    'Sie können bei der Verwaltungsstreitsachenabteilung des Staatsrates die Nichtigerklärung dieser Entscheidung beantragen. Dies geschieht binnen sechzig Tagen nach der Zustellung durch eine datierte und unterzeichnete Antragschrift, die angibt, wer Sie sind, gegen welche Entscheidung Sie sich wenden und auf welche Tatsachen und Gründe Sie sich berufen. Sie senden sie per Einschreiben an die Kanzlei des Staatsrates oder reichen sie auf dem elektronischen Weg ein, den der Staatsrat dafür eröffnet. Sind Sie mit der Bearbeitung Ihrer Akte nicht zufrieden, so können Sie sich kostenlos an den föderalen Ombudsmann wenden.',
  criterionScore: (mean, maximum) => `Punktzahl: ${mean} von ${maximum}.`,
  awardReason: ({ position, ranked, percent }) =>
    `Die Jury hat das Projekt im Mittel mit ${percent} % bewertet. Damit steht es auf Platz ${position} von ${ranked} der Rangliste, und der beantragte Betrag passt in das Budget des Aufrufs.`,
  refusalReason: ({ position, ranked, percent }) =>
    `Die Jury hat das Projekt im Mittel mit ${percent} % bewertet. Damit steht es auf Platz ${position} von ${ranked} der Rangliste. Das Budget des Aufrufs genügt nicht für alle gereihten Projekte und reicht nicht bis zu diesem Platz.`,
  exclusionReason: 'Der Antrag ist nicht zulässig.',
  directReason: ({ organisation, plan }) =>
    `Der Verteilungsplan ${plan.year} sieht unter ${plan.lineCode} (${plan.lineLabel}) einen Zuschuss für ${organisation} vor. Der Antrag entspricht dem Zweck dieses Postens.`,
};
