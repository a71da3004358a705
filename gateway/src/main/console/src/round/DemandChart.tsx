import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/i18n';
import type { Demand } from './round';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const SEATS = '#0b3d6b';
const FIRST = '#b57500';
const PLACED = '#17672f';
const HEIGHT_OF_A_SCHOOL = 56;
const MOST_SHOWN = 30;

/** Seats against demand, school by school; the table beside it says the same to those who do not see it. */
export function DemandChart({ schools }: { schools: Demand[] }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const height = 50 + HEIGHT_OF_A_SCHOOL * Math.min(schools.length, MOST_SHOWN);
  useEffect(() => {
    const shown = schools.slice(0, MOST_SHOWN);
    const chart = init(place.current!);
    const bars = (name: string, color: string, of: (school: Demand) => number | undefined) => ({
      name, type: 'bar' as const, itemStyle: { color }, data: shown.map((school) => of(school) ?? 0),
    });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: shown.map((school) => school.school) },
      series: [
        bars(t('round.seats'), SEATS, (school) => school.seats),
        bars(t('round.first'), FIRST, (school) => school.firstPreferences),
        bars(t('round.placed'), PLACED, (school) => school.placed),
      ],
    });
    const fit = () => chart.resize();
    window.addEventListener('resize', fit);
    return () => {
      window.removeEventListener('resize', fit);
      chart.dispose();
    };
  }, [schools, t]);
  return <div ref={place} role="img" aria-label={t('round.chart')} style={{ height }} />;
}
