export * from '../../../../lib/files'
