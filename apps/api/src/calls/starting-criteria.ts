import type { StoredCriterion } from './call.entity.js';

/** What a new call begins with: four criteria whose weights add up to 100. The officer changes them as the call needs. */
export const startingCriteria: readonly StoredCriterion[] = [
  {
    id: 'need',
    title: {
      nl: 'Maatschappelijke nood',
      fr: 'Besoin de société',
      de: 'Gesellschaftlicher Bedarf',
      en: 'Need in society',
    },
    description: {
      nl: 'Is de nood duidelijk beschreven en gestaafd? Past het project bij het doel van de oproep?',
      fr: 'Le besoin est-il décrit clairement et étayé ? Le projet correspond-il au but de l’appel ?',
      de: 'Ist der Bedarf klar beschrieben und belegt? Passt das Projekt zum Ziel des Aufrufs?',
      en: 'Is the need described clearly and supported by facts? Does the project fit the aim of the call?',
    },
    weight: 30,
    maxScore: 10,
  },
  {
    id: 'reach',
    title: { nl: 'Bereikte mensen', fr: 'Personnes touchées', de: 'Erreichte Menschen', en: 'People reached' },
    description: {
      nl: 'Bereikt het project de mensen voor wie het bedoeld is, ook wie moeilijk te bereiken is?',
      fr: 'Le projet touche-t-il les personnes auxquelles il s’adresse, y compris les plus difficiles à atteindre ?',
      de: 'Erreicht das Projekt die Menschen, für die es gedacht ist, auch die schwer erreichbaren?',
      en: 'Does the project reach the people it is meant for, including those who are hard to reach?',
    },
    weight: 25,
    maxScore: 10,
  },
  {
    id: 'quality',
    title: {
      nl: 'Kwaliteit en haalbaarheid',
      fr: 'Qualité et faisabilité',
      de: 'Qualität und Machbarkeit',
      en: 'Quality and feasibility',
    },
    description: {
      nl: 'Is het plan concreet, met een haalbare planning en mensen die het kunnen uitvoeren?',
      fr: 'Le plan est-il concret, avec un calendrier réaliste et des personnes capables de le réaliser ?',
      de: 'Ist der Plan konkret, mit einem machbaren Zeitplan und Menschen, die ihn umsetzen können?',
      en: 'Is the plan concrete, with a realistic timetable and people who can carry it out?',
    },
    weight: 25,
    maxScore: 10,
  },
  {
    id: 'budget',
    title: { nl: 'Begroting', fr: 'Budget', de: 'Haushaltsplan', en: 'Budget' },
    description: {
      nl: 'Zijn de kosten nodig voor het project, juist geraamd en in verhouding tot het resultaat?',
      fr: 'Les dépenses sont-elles nécessaires au projet, bien estimées et proportionnées au résultat ?',
      de: 'Sind die Kosten für das Projekt nötig, richtig geschätzt und dem Ergebnis angemessen?',
      en: 'Are the costs needed for the project, estimated correctly and in proportion to the result?',
    },
    weight: 20,
    maxScore: 10,
  },
];
