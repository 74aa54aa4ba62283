import fc from 'fast-check';
import { type ReviewBlocker, type ReviewFacts, reviewBlockers, sendReview, weightedScore } from './scoring.js';

const criteria = [
  { id: 'impact', weight: 60, maxScore: 5 },
  { id: 'means', weight: 40, maxScore: 10 },
];
const scored = (impact: number | null, means: number | null) => [
  { criterionId: 'impact', score: impact },
  { criterionId: 'means', score: means },
];

describe('weightedScore', () => {
  test.each([
    [0, 0, 0],
    [5, 10, 10_000],
    [5, 0, 6_000],
    [0, 10, 4_000],
    [4, 7, 7_600],
    [null, 7, null],
    [6, 7, null],
    [-1, 7, null],
    [2.5, 7, null],
  ])('of %p and %p is %p basis points', (impact, means, expected) => {
    expect(weightedScore(scored(impact, means), criteria)).toBe(expected);
  });

  test('is rounded once, half up', () => {
    expect(weightedScore([{ criterionId: 'a', score: 1 }], [{ id: 'a', weight: 1, maxScore: 3 }])).toBe(3_333);
    expect(weightedScore([{ criterionId: 'a', score: 2 }], [{ id: 'a', weight: 1, maxScore: 3 }])).toBe(6_667);
    expect(weightedScore([{ criterionId: 'a', score: 1 }], [{ id: 'a', weight: 1, maxScore: 20_000 }])).toBe(1);
    expect(weightedScore([{ criterionId: 'a', score: 1 }], [{ id: 'a', weight: 1, maxScore: 20_001 }])).toBe(0);
  });

  test('is null without criteria', () => {
    expect(weightedScore([], [])).toBeNull();
  });

  test('does not depend on the order of the criteria, and grows with every point', () => {
    const parts = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        maxScore: fc.integer({ min: 1, max: 20 }),
        part: fc.nat(),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(parts, (list) => {
        const scale = list.map(({ weight, maxScore }, index) => ({ id: `c${index}`, weight, maxScore }));
        const scores = list.map(({ part, maxScore }, index) => ({
          criterionId: `c${index}`,
          score: part % (maxScore + 1),
        }));
        const basisPoints = weightedScore(scores, scale) ?? -1;
        expect(basisPoints).toBeGreaterThanOrEqual(0);
        expect(basisPoints).toBeLessThanOrEqual(10_000);
        expect(weightedScore(scores.toReversed(), scale.toReversed())).toBe(basisPoints);
        const first = scores[0];
        if (first !== undefined && first.score > 0) {
          const lower = weightedScore(scores.with(0, { ...first, score: first.score - 1 }), scale) ?? -1;
          expect(lower).toBeLessThanOrEqual(basisPoints);
        }
      }),
    );
  });
});

describe('a review', () => {
  const comment = 'Twenty characters ok';
  const scores = scored(4, 7).map((score) => ({ ...score, comment }));
  const review: ReviewFacts = { state: 'accepted', scores, hasDeclared: true };
  const change = (part: object) => [{ ...scores[0], ...part }, scores[1]] as ReviewFacts['scores'];

  test.each<[string, Partial<ReviewFacts>, ReviewBlocker[]]>([
    ['everything', {}, []],
    ['no declaration', { hasDeclared: false }, [{ code: 'declaration-missing', criterionId: null }]],
    ['a score missing', { scores: change({ score: null }) }, [{ code: 'score-missing', criterionId: 'impact' }]],
    ['a score above the scale', { scores: change({ score: 6 }) }, [{ code: 'score-invalid', criterionId: 'impact' }]],
    [
      'a comment one character short',
      { scores: change({ comment: comment.slice(1) }) },
      [{ code: 'comment-too-short', criterionId: 'impact' }],
    ],
    [
      'a comment of spaces',
      { scores: change({ comment: ' '.repeat(30) }) },
      [{ code: 'comment-too-short', criterionId: 'impact' }],
    ],
    [
      'a criterion left out',
      { scores: scores.slice(1) },
      [
        { code: 'score-missing', criterionId: 'impact' },
        { code: 'comment-too-short', criterionId: 'impact' },
      ],
    ],
  ])('with %s', (_case, part, expected) => {
    expect(reviewBlockers({ ...review, ...part }, criteria)).toEqual(expected);
  });

  test('is sent once, with its score', () => {
    expect(sendReview(review, criteria)).toEqual({ state: 'sent', basisPoints: 7_600 });
    expect(() => sendReview({ ...review, state: 'sent' }, criteria)).toThrow('lifecycle.not-allowed');
    expect(() => sendReview({ ...review, state: 'assigned' }, criteria)).toThrow('lifecycle.not-allowed');
    expect(() => sendReview({ ...review, hasDeclared: false }, criteria)).toThrow(
      expect.objectContaining({
        code: 'review.incomplete',
        details: { blockers: [{ code: 'declaration-missing', criterionId: null }] },
      }),
    );
  });

  test('is not sent where there is nothing to score', () => {
    expect(() => sendReview({ ...review, scores: [] }, [])).toThrow('review.incomplete');
  });

  test('is not sent by a reviewer with an interest', () => {
    expect(() => sendReview({ ...review, state: 'conflicted' }, criteria)).toThrow('review.conflicted');
  });
});
