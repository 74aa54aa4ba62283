import { formatDay } from '@commonlot/domain';
import type { ActTemplates, PlanFacts } from './act-words.js';

const stages = { provisional: 'provisoire', definitive: 'définitif' } as const;
const decree = ({ decreeOn, decreeReference }: PlanFacts) =>
  `arrêté royal du ${formatDay(decreeOn, 'fr')} (${decreeReference})`;

export const fr: ActTemplates = {
  legalGrounds: (plan) => [
    'la loi du 19 avril 2002 relative à la rationalisation du fonctionnement et de la gestion de la Loterie Nationale, articles 22 à 24',
    ...(plan.legalGround === '' ? [] : [plan.legalGround]),
    `l’${decree(plan)} déterminant le plan ${stages[plan.stage]} ${plan.year} de répartition des subsides de la Loterie Nationale`,
    'la loi du 22 mai 2003 portant organisation du budget et de la comptabilité de l’État fédéral, articles 121 à 124',
    'la loi du 29 juillet 1991 relative à la motivation formelle des actes administratifs',
  ],
  planReference: (plan) =>
    `Plan de répartition ${plan.year}, plan ${stages[plan.stage]}, version ${plan.versionNumber}, ${decree(plan)}`,
  purposeOfApplication: ({ number, title, callTitle }) =>
    `Réalisation du projet « ${title} », tel que décrit dans la demande ${number} introduite dans l’appel à projets « ${callTitle} ».`,
  callInstalments: [
    'Après la notification de la présente décision, sur le compte vérifié du bénéficiaire.',
    'Après approbation du rapport final et de la justification de l’emploi.',
  ],
  directInstalments: [
    'Après la notification de la présente décision, sur le compte vérifié du bénéficiaire.',
    'Après approbation du rapport d’activités et de la justification de l’emploi.',
  ],
  callProofs: [
    'Rapport final : ce que le projet a fait, pour qui, avec quel résultat, et comment le soutien a été rendu visible',
    'Décompte de toutes les dépenses et recettes du projet, avec les pièces justificatives',
  ],
  directProofs: (year) => [
    `Rapport d’activités ${year} : ce qui a été fait avec le subside, pour qui et avec quel résultat`,
    `Comptes annuels ${year} approuvés, avec la justification de l’emploi du subside`,
  ],
  visibilityDuty:
    'Le bénéficiaire mentionne le soutien de la Loterie Nationale dans toute communication sur ce qui est fait avec le subside : sur son site, dans ses imprimés, sur les réseaux sociaux et sur place. Le rapport montre par des exemples comment il l’a fait.',
  controlClause:
    'Accepter le subside, c’est accepter le contrôle sur place de son emploi (loi du 22 mai 2003, article 122). Le bénéficiaire conserve toutes les pièces justificatives et les présente dès qu’elles lui sont demandées.',
  recoveryClause:
    'Le bénéficiaire rembourse sans délai le subside lorsque les conditions n’ont pas été respectées, lorsque le subside n’a pas été utilisé aux fins pour lesquelles il est accordé ou lorsque le contrôle a été entravé. En l’absence de justification, il rembourse la partie non justifiée (loi du 22 mai 2003, article 123). Tant que la justification d’un subside antérieur fait défaut, le paiement peut être suspendu ; chaque tranche est alors considérée comme un subside distinct (article 124).',
  remedyBody: 'Conseil d’État, section du contentieux administratif',
  remedyText:
    'Vous pouvez demander l’annulation de la présente décision à la section du contentieux administratif du Conseil d’État. Vous le faites dans les soixante jours de la notification, par une requête datée et signée qui indique qui vous êtes, la décision attaquée, et les faits et moyens que vous invoquez. Vous l’envoyez par pli recommandé au greffe du Conseil d’État ou l’introduisez par la voie électronique que le Conseil d’État ouvre à cet effet. Si vous n’êtes pas satisfait du traitement de votre dossier, vous pouvez vous adresser gratuitement au Médiateur fédéral.',
  criterionScore: (mean, maximum) => `Note : ${mean} sur ${maximum}.`,
  awardReason: ({ position, ranked, percent }) =>
    `Le jury a donné au projet une note moyenne de ${percent} %. Il occupe ainsi la place ${position} sur ${ranked} du classement et le montant demandé entre dans le budget de l’appel.`,
  refusalReason: ({ position, ranked, percent }) =>
    `Le jury a donné au projet une note moyenne de ${percent} %. Il occupe ainsi la place ${position} sur ${ranked} du classement. Le budget de l’appel ne suffit pas pour tous les projets classés et ne va pas jusqu’à cette place.`,
  exclusionReason: 'La demande n’est pas recevable.',
  directReason: ({ organisation, plan }) =>
    `Le plan de répartition ${plan.year} prévoit sous ${plan.lineCode} (${plan.lineLabel}) un subside pour ${organisation}. La demande répond à l’objet de cette ligne.`,
};
