import { cents } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  Card,
  Cluster,
  Columns,
  DataFigure,
  DataFigures,
  Details,
  EmptyState,
  FileList,
  FilePicker,
  Grid,
  LinkButton,
  Meter,
  Money,
  Notice,
  PageHeader,
  Pagination,
  Panel,
  PlainText,
  Prose,
  Skeleton,
  Stack,
  Steps,
  SummaryList,
  TabLinks,
  Tag,
  TaskList,
  TreemapFigure,
} from '@commonlot/ui';
import { FolderOpen } from 'lucide-react';
import styles from './pages.module.css';
import { StyleForm } from './style-form';
import { files, groups, planTree, steps, summary, tasks } from './style-samples';
import { StylePlanTable } from './style-table';

/** Every part of the design system on one page, for those who change it. It exists in development only. */
export default function StylePage() {
  return (
    <main id="content" className={styles.style}>
      <title>Style – Commonlot</title>
      <Header />
      <Stack gap={7}>
        <Figures />
        <FileParts />
        <StyleForm />
        <States />
      </Stack>
    </main>
  );
}

function Header() {
  return (
    <PageHeader
      size="large"
      kicker="Distribution plan 2026"
      title="In 2026, € 185 300 000 goes back to society"
      lede={
        <p>Each euro, from the plan that the Council of Ministers approves to the page that shows what became of it.</p>
      }
      actions={<LinkButton href="/style">Download</LinkButton>}
      breadcrumbs={[
        { label: 'Home', href: '/en' },
        { label: 'Plans', href: '/style' },
      ]}
      meta={
        <>
          <Tag tone="success">In force</Tag>
          <span>Royal decree of 12 March 2026</span>
        </>
      }
    />
  );
}

function Figures() {
  return (
    <>
      <DataFigures>
        <DataFigure
          size="large"
          value={<Money cents={cents(185_300_000_00)} />}
          label="in the plan of 2026"
          note="as published"
        />
        <DataFigure value="1 204" label="causes supported" note="2 % more than in 2025" />
        <DataFigure value={<Money cents={cents(74_120_400_50)} />} label="paid so far" note="on 23 November 2026" />
      </DataFigures>
      <TreemapFigure
        nodes={planTree}
        label="Amounts of the plan of 2026 by purpose"
        title="More than a quarter goes to the Communities; national solidarity receives € 62 000 000"
        tableWords="The same amounts as a table"
        table={<StylePlanTable />}
        tableOpen
        note="Source: distribution plan of 2026, provisional version."
      />
      <TabLinks
        label="Views"
        tabs={[
          { href: '/style', label: 'Lines', count: 62, current: true },
          { href: '/style?a', label: 'Versions', count: 3 },
          { href: '/style?b', label: 'Payments' },
        ]}
      />
      <Grid>
        <Card
          title="Small projects against loneliness 2026"
          href="/style"
          meta={<Tag tone="accent">Open</Tag>}
          footer={<span>Closes Friday 29 January 2027 at 12:00</span>}
        >
          <p>For associations that bring people together in their own street.</p>
        </Card>
        <Card
          title="Music for everyone"
          href="/style"
          meta={<Tag tone="info">Announced</Tag>}
          footer={<span>Opens in March</span>}
        >
          <p>Instruments and lessons for children who would not otherwise have them.</p>
        </Card>
        <Card title="Sport and disability" href="/style" meta={<Tag>Closed</Tag>} footer={<span>42 applications</span>}>
          <p>Adapted equipment for sports clubs.</p>
        </Card>
      </Grid>
    </>
  );
}

function FileParts() {
  return (
    <Columns
      aside={
        <Panel title="Where it stands" tone="raised">
          <Steps label="Stations of the file" steps={steps} />
        </Panel>
      }
    >
      <Panel title="The envelope" actions={<Button size="small">Move</Button>}>
        <Meter
          label="2.1.10 Small projects"
          allocatedCents={cents(4_000_000_00)}
          reservedCents={cents(500_000_00)}
          committedCents={cents(2_600_000_00)}
          paidCents={cents(1_450_000_00)}
        />
      </Panel>
      <SummaryList items={summary} />
      <TaskList groups={tasks} />
    </Columns>
  );
}

function States() {
  return (
    <>
      <Stack gap={4}>
        <FilePicker label="Statutes" hint="PDF or a photo, at most 25 MB a file." onFiles={() => undefined} />
        <FileList label="Statutes" files={files} />
      </Stack>
      <Notice
        title="The reviews are in"
        actions={
          <LinkButton href="/style" size="small">
            See the ranking
          </LinkButton>
        }
      >
        <p>All 42 files have three reviews.</p>
      </Notice>
      <Notice tone="success" title="Application 2026-C01-0042 was sent" />
      <Notice tone="warning" title="The call closes in two days" />
      <Notice tone="error" title="This did not work">
        <p>Somebody else changed this in the meantime.</p>
      </Notice>
      <Cluster>
        {groups.map((tone) => (
          <Tag key={tone} tone={tone}>
            {tone}
          </Tag>
        ))}
        <Tag icon="draft">Draft</Tag>
      </Cluster>
      <ButtonRow>
        <Button tone="primary">Save and continue</Button>
        <Button>Save</Button>
        <Button tone="quiet">Cancel</Button>
        <Button tone="danger">Withdraw</Button>
        <Button tone="primary" pending>
          Send
        </Button>
        <Button disabled>Closed</Button>
      </ButtonRow>
      <EmptyState
        title="Nothing waits for you"
        icon={FolderOpen}
        action={<LinkButton href="/style">See all calls</LinkButton>}
      >
        <p>New work appears here as soon as a file reaches you.</p>
      </EmptyState>
      <Skeleton label="Loading" />
      <Pagination olderHref="/style?after=x" newerHref="/style" summary="20 of 312 awards" />
      <Details summary="How the amounts were computed">
        <Prose>
          <h2>Shares</h2>
          <p>The Communities receive 27.44 % of the total.</p>
          <PlainText>{'A text that people typed.\nWith its line ends.'}</PlainText>
        </Prose>
      </Details>
    </>
  );
}
