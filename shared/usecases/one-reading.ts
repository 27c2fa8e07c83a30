import type { SeriesReader, StatisticsReader, SumsQuestion } from '../ports/statistics.ts';

/**
 * Reads once what many questions are about. What they are answered from is all of one moment, so that the tables of one document
 * add up to each other, and each row is paid for once. A question about anything that was not read finds nothing.
 */
export async function oneReading(
  series: SeriesReader,
  question: SumsQuestion,
): Promise<StatisticsReader & SeriesReader> {
  const read = await series.daySums(question);
  const daySums: SeriesReader['daySums'] = ({ dimensions, period }) =>
    Promise.resolve(
      read.filter(
        ({ dimension, day }) =>
          dimensions.includes(dimension) && day >= period.from && day <= period.to,
      ),
    );
  // Sums by day are sums: whoever asks for those of months adds up what there is.
  return { daySums, sums: daySums };
}
