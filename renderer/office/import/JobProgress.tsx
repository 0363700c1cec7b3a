import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useApp } from '../app/appStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** Long work of the core, with its own stop button. */
export function JobProgress() {
  const t = useText()
  const jobs = useApp((state) => state.jobs)
  return Object.entries(jobs).map(([jobId, job]) => (
    <Stack key={jobId} gap={4} maw={640} role="status">
      <Group justify="space-between">
        <Text size="sm">{job.label}</Text>
        <Button size="compact-xs" variant="default" onClick={() => void ask('job.cancel', { jobId })}>
          {t('import.cancel')}
        </Button>
      </Group>
      <Progress value={job.total > 0 ? (job.done / job.total) * 100 : 0} aria-label={job.label} />
    </Stack>
  ))
}
